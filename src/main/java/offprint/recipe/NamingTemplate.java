package offprint.recipe;

/// The template of an output's path below the destination, such as `web/{name}-{width}w`.
///
/// Placeholder of the contract: parsing, tokens and the safe rendering belong here.
public record NamingTemplate(String text) {}

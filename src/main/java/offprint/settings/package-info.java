/// The user's own settings, kept as JSON and saved atomically.
///
/// Enter by [offprint.settings.SettingsStore]. Must not know anything but value types. Any thread may call it;
/// loading and saving touch the disk and so never run on the FX thread.
@NullMarked
package offprint.settings;

import org.jspecify.annotations.NullMarked;

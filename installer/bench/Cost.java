/// What a photo cost a program.
///
/// @param cpuMillis of all its threads and processes
/// @param wallMillis time gone by, divided by the number of photos
/// @param bytes of the files it wrote; 0 where nobody counted
record Cost(double cpuMillis, double wallMillis, long bytes) {}

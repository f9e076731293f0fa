package mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Processor time and memory of a process as Linux counts them.
record CpuClock(ProcessHandle process) {

    private static final double TICKS_PER_SECOND = 100;

    /// Seconds of processor time of the process and all its children, the ended ones included.
    double seconds() {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToDouble(CpuClock::ticks)
                        .sum()
                / TICKS_PER_SECOND;
    }

    /// The largest resident memory so far, in megabytes.
    double peakMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static double ticks(ProcessHandle handle) {
        try {
            String stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(11, 12, 13, 14)
                    .mapToDouble(at -> Double.parseDouble(fields[at]))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}

package mainstay.bench;

import java.util.Map;

/// How large the benchmark is: given as `--name=value`.
record Sizes(long lines, int accounts, int facts, int connections, int seconds, String only) {

    static Sizes of(Map<String, String> options) {
        return new Sizes(
                number(options, "lines", 1_000_000),
                Math.toIntExact(number(options, "accounts", 100_000)),
                Math.toIntExact(number(options, "facts", 1_000_000)),
                Math.toIntExact(number(options, "connections", 8)),
                Math.toIntExact(number(options, "seconds", 10)),
                options.getOrDefault("only", ""));
    }

    private static long number(Map<String, String> options, String name, long usual) {
        String given = options.get(name);
        return given == null ? usual : Long.parseLong(given.replace("_", ""));
    }
}

package mainstay.stories;

import java.util.List;

/// Which of the two applications a story happens on.
enum Firm {
    /// Started with `--sample`.
    SAMPLE,
    /// As it is after the installation.
    EMPTY;

    List<String> arguments() {
        return this == SAMPLE ? List.of("--sample") : List.of();
    }
}

package mainstay.stories;

import java.util.List;

/// Which of the applications a story happens on.
enum Firm {
    /// Started with `--sample`.
    SAMPLE,
    /// The same in a process of its own, whose clock a story may move.
    MOVABLE,
    /// As it is after the installation.
    EMPTY,
    /// The same, and the firm has an identity server.
    FEDERATED;

    List<String> arguments() {
        return this == SAMPLE || this == MOVABLE ? List.of("--sample") : List.of();
    }
}

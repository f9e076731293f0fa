package mainstay.ledger;

import java.util.Locale;
import mainstay.ledger.ImportReport.Status;

/// What became of a file of the watched folder.
public enum InboxOutcome {
    DONE,
    KNOWN,
    REFUSED,
    FAILED,
    WAITING,
    MISSING;

    static InboxOutcome of(Status status) {
        return switch (status) {
            case DONE -> DONE;
            case ALREADY_IMPORTED, SAME -> KNOWN;
            case REHEARSED -> throw new IllegalArgumentException("the folder imports, it tries nothing out");
            case REFUSED, CANCELLED, WITHDRAWN -> REFUSED;
            case FAILED, RUNNING -> FAILED;
        };
    }

    static InboxOutcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether somebody has to do something about it.
    public boolean asksForSomebody() {
        return this == REFUSED || this == FAILED || this == WAITING || this == MISSING;
    }

    /// Whether the file still lies where it was.
    boolean stays() {
        return this == FAILED || this == WAITING;
    }

    public String tag() {
        return switch (this) {
            case DONE -> "tag-good";
            case KNOWN -> "tag-muted";
            case WAITING, MISSING -> "tag-warn";
            case REFUSED, FAILED -> "tag-bad";
        };
    }
}

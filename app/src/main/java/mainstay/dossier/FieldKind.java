package mainstay.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What kind of value a field holds.
public enum FieldKind {
    TEXT("text"),
    NUMBER("number"),
    MONEY("money"),
    DATE("date"),
    YES_NO("yesNo"),
    CHOICE("choice"),
    CREDIT_CODE("creditCode"),
    /// Taken from the ledger, the terms or the ratings when it is shown.
    READ("read");

    private final String code;

    FieldKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String key() {
        return "archive.kind." + code;
    }

    static Optional<FieldKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /// Those of which a firm can have fields of its own.
    public static List<FieldKind> typed() {
        return Arrays.stream(values()).filter(kind -> kind != READ).toList();
    }
}

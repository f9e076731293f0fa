package mainstay.terms.rebate;

import java.util.Arrays;
import java.util.Optional;

/// What the steps of a ladder are held against.
public enum Basis {
    /// Net sales of the period.
    REVENUE("revenue"),
    /// Net sales beside those of the same days a year before.
    GROWTH("growth"),
    /// Net sales of chosen categories as a share of all.
    MIX("mix");

    private final String code;

    Basis(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String key() {
        return "rebate.basis." + code;
    }

    static Optional<Basis> of(String code) {
        return Arrays.stream(values()).filter(basis -> basis.code.equals(code)).findFirst();
    }
}

package mainstay.identity;

import java.util.Locale;

/// What a person is in the firm, and how far the role reaches over all accounts.
public enum Role {
    ADMINISTRATOR(Level.BUSINESS),
    DIRECTOR(Level.FULL),
    CONTROLLER(Level.BUSINESS),
    KAM(Level.NONE),
    AGENT(Level.CARD),
    VIEWER(Level.CARD);

    private final Level reach;

    Role(Level reach) {
        this.reach = reach;
    }

    public Level reach() {
        return reach;
    }

    /// Whether rules may ask this role, approvals may be handed over to it, and it may stand in for who decides.
    public boolean mayDecide() {
        return this != VIEWER;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "role." + code();
    }

    public static Role parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

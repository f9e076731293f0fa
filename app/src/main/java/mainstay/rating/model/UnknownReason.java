package mainstay.rating.model;

import java.util.Arrays;

/// Why a figure is unknown, and so what to find out next.
public enum UnknownReason {
    NO_SALES("noSales"),
    NO_COST("noCost"),
    NO_PRODUCTS("noProducts"),
    NO_RECEIVABLES("noReceivables"),
    NO_LIMIT("noLimit"),
    NO_FLOOR_PRICES("noFloorPrices"),
    NO_TERRITORIES("noTerritories"),
    NOT_ASSESSED("notAssessed"),
    HISTORY_TOO_SHORT("historyTooShort"),
    NEW_ACCOUNT("newAccount"),
    TOO_FEW_PEERS("tooFewPeers");

    private final String code;

    UnknownReason(String code) {
        this.code = code;
    }

    public static UnknownReason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reason is called " + code));
    }

    /// Whether a figure gets unknown by leaving something out. What an account does not do, or nobody
    /// can compare with, is no such thing.
    boolean canBeLeftOut() {
        return switch (this) {
            case NO_COST, NO_PRODUCTS, NO_RECEIVABLES, NO_LIMIT, NO_FLOOR_PRICES, NO_TERRITORIES, HISTORY_TOO_SHORT ->
                true;
            case NO_SALES, NOT_ASSESSED, NEW_ACCOUNT, TOO_FEW_PEERS -> false;
        };
    }

    public String code() {
        return code;
    }
}

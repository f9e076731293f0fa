package mainstay.analytics.btyd;

import mainstay.analytics.purchase.GroupedSummaries;

/// The models of when customers buy again.
public enum ModelKind {
    /// [Nbd].
    NBD("nbd") {
        @Override
        public Fit<? extends BuyingModel> fit(GroupedSummaries customers) {
            return Nbd.fit(customers);
        }
    },
    /// [BgNbd].
    BG_NBD("bg-nbd") {
        @Override
        public Fit<? extends BuyingModel> fit(GroupedSummaries customers) {
            return BgNbd.fit(customers);
        }
    },
    /// [MbgNbd].
    MBG_NBD("mbg-nbd") {
        @Override
        public Fit<? extends BuyingModel> fit(GroupedSummaries customers) {
            return MbgNbd.fit(customers);
        }
    },
    /// [ParetoNbd].
    PARETO_NBD("pareto-nbd") {
        @Override
        public Fit<? extends BuyingModel> fit(GroupedSummaries customers) {
            return ParetoNbd.fit(customers);
        }
    };

    private final String code;

    ModelKind(String code) {
        this.code = code;
    }

    /// The name in programs: `nbd`, `bg-nbd`, `mbg-nbd`, `pareto-nbd`.
    public String code() {
        return code;
    }

    /// The parameters of maximum likelihood of this model.
    public abstract Fit<? extends BuyingModel> fit(GroupedSummaries customers);
}

/// Customer-base analysis: plain numbers in, plain records out, no framework.
@org.jspecify.annotations.NullMarked
module mainstay.analytics {
    requires static org.jspecify;

    exports mainstay.analytics.btyd;
    exports mainstay.analytics.concentration;
    exports mainstay.analytics.effect;
    exports mainstay.analytics.profit;
    exports mainstay.analytics.purchase;
    exports mainstay.analytics.rfm;
    exports mainstay.analytics.rhythm;
    exports mainstay.analytics.survival;
    exports mainstay.analytics.value;
    exports mainstay.analytics.wallet;
}

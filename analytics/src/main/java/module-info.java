/// Customer-base analysis: plain numbers in, plain records out, no framework.
@org.jspecify.annotations.NullMarked
module mainstay.analytics {
    requires static org.jspecify;
}

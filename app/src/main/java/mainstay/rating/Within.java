package mainstay.rating;

import mainstay.portfolio.Standing;

/// Over which sales the key-account rule is asked, and whether accounts under common control count as one.
///
/// @param region empty over all sales
record Within(String scope, String region) {

    static Within firm(boolean group) {
        return new Within(group ? Standing.GROUP : Standing.ACCOUNT, "");
    }

    Within region(String name) {
        return new Within(scope, name);
    }

    boolean isGroup() {
        return scope.equals(Standing.GROUP);
    }
}

package mainstay.portfolio;

/// The standing of an account that is overdue, or whose sales are in danger.
///
/// @param gone whether it is probably no customer any more: there are no sales left to save, only what it
/// owes
record Endangered(Standing standing, boolean gone) {

    boolean isLate() {
        return !gone && standing.isLate();
    }

    boolean falls() {
        return !gone && standing.falls();
    }

    long atStake() {
        Long overdue = standing.overdue();
        return gone ? overdue == null ? 0 : overdue : standing.atStake();
    }
}

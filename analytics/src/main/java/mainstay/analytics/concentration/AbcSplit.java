package mainstay.analytics.concentration;

/// How many customers are in each class.
///
/// @param a number of customers in class A
/// @param b number of customers in class B
/// @param c number of customers in class C
public record AbcSplit(int a, int b, int c) {

    /// The class of the customer at a rank.
    ///
    /// Where equal totals stand on both sides of a boundary, the caller's order among them decides.
    ///
    /// @param rank from 1, the largest total, to the number of customers
    /// @throws IllegalArgumentException if the rank is outside that range
    public AbcClass of(int rank) {
        if (rank < 1 || rank > a + b + c) {
            throw new IllegalArgumentException("rank " + rank + " is outside 1 to " + (a + b + c));
        }
        if (rank <= a) {
            return AbcClass.A;
        }
        return rank <= a + b ? AbcClass.B : AbcClass.C;
    }
}

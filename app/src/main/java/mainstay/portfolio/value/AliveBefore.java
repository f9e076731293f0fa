package mainstay.portfolio.value;

import org.jspecify.annotations.Nullable;

/// How probable it was, as of an earlier run, that an account was still a customer.
///
/// @param method that said so
record AliveBefore(String method, double alive) {

    /// Null where another method said so: a model and an own rhythm do not measure alike.
    @Nullable
    Double by(String other) {
        return method.equals(other) ? (Double) alive : null;
    }
}

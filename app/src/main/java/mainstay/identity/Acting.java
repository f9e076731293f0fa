package mainstay.identity;

import java.util.Optional;
import java.util.function.Supplier;

/// Tells for whom the current piece of work runs. Transactions opened inside carry it to the database.
public final class Acting {

    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

    private Acting() {}

    public static Optional<Actor> now() {
        return ACTOR.isBound() ? Optional.of(ACTOR.get()) : Optional.empty();
    }

    /// @throws IllegalStateException when nobody acts
    public static Actor actor() {
        return now().orElseThrow(() -> new IllegalStateException("this needs somebody for whom it is done"));
    }

    public static <T> T as(Actor actor, Supplier<T> work) {
        return ScopedValue.where(ACTOR, actor).call(work::get);
    }

    public static <T> T asOperator(Supplier<T> work) {
        return as(Actor.operator(), work);
    }

    static ScopedValue.Carrier with(Actor actor) {
        return ScopedValue.where(ACTOR, actor);
    }

    public static void run(Actor actor, Runnable work) {
        ScopedValue.where(ACTOR, actor).run(work);
    }
}

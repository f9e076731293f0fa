package mainstay.identity;

import java.util.List;
import java.util.Locale;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What people of the firm hold of a module, and how it passes to somebody else when they leave. Each module
/// that lets somebody hold something contributes one for each kind.
public interface Holdings {

    /// Stable word; `holding.<kind>` is the message key of its name, `holding.<kind>.heirs` of who may take it over.
    String kind();

    int order();

    /// What a person holds now, as far as whoever asks may see it.
    List<Held> of(User person);

    /// Who of some people may take it over.
    ///
    /// @param people without the person, all of whom work here and do more than look on
    default List<User> heirs(User person, List<User> people) {
        return people;
    }

    /// Passes all of it on, or ends it where nobody is to have it; inside the transaction of the one who asks.
    ///
    /// @param heir one of [#heirs]; null only where nothing of it needs one
    /// @return what became of each thing that the person held
    List<Passed> pass(User person, @Nullable User heir, String reason);

    /// One thing that is held.
    ///
    /// @param what      in words
    /// @param account   name of the account it belongs to; null for none
    /// @param path      where it is looked at
    /// @param needsHeir whether somebody has to take it over; else it is ended or given back
    record Held(Text what, @Nullable String account, String path, boolean needsHeir) {}

    /// What became of one thing.
    record Passed(Held held, Fate fate) {

        /// The same became of all.
        public static List<Passed> all(List<Held> held, Fate fate) {
            return held.stream().map(one -> new Passed(one, fate)).toList();
        }
    }

    /// What may become of a thing; `handover.fate.<code>` is the message key of how it is told, with the heir's name.
    enum Fate {
        /// The heir has it.
        TAKEN,
        /// The heir had it already, so that it ended for the person alone.
        HAD,
        /// Nobody has it any more.
        ENDED,
        /// It went back to where it came from.
        RETURNED,
        /// It went back, as the heir does not see what it is about.
        UNSEEN,
        /// It went back to the heir, who had given it.
        OWN,
        /// Nobody has it any more, as the heir would lead himself, if round a corner.
        CIRCLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Fate of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}

package mainstay.portfolio.value;

import java.util.ArrayList;
import java.util.List;
import mainstay.portfolio.value.ValueSums.Total;
import mainstay.shared.web.Text;

/// Which accounts are valued, by what, and which are not.
final class ValueMethods {

    private ValueMethods() {}

    /// The accounts of a reader, counted by method, and why it is so.
    static List<Text> of(RunRow run, Total total) {
        List<Text> words = new ArrayList<>();
        words.add(Text.of("value.counted", total.accounts(), run.firstDay(), run.asOf()));
        words.addAll(counts(run, total));
        words.add(reason(run));
        return words;
    }

    private static List<Text> counts(RunRow run, Total total) {
        List<Text> words = new ArrayList<>();
        if (total.byRhythm() > 0) {
            words.add(Text.of("value.counted.rhythm", total.byRhythm()));
        }
        if (total.byModel() > 0) {
            words.add(Text.of("value.counted.model", total.byModel(), name(run)));
        }
        if (total.closed() > 0) {
            words.add(Text.of("value.counted.closed", total.closed()));
        }
        if (total.unknown() > 0) {
            words.add(Text.of("value.counted.none", total.unknown()));
        }
        return words;
    }

    /// Which of them stand in the parts of the whole value.
    static Text inParts(Total total) {
        int nothing = total.accounts() - total.unknown() - total.worth();
        return Text.of(
                "value.parts.counted",
                total.worth(),
                nothing,
                total.losing(),
                total.closed(),
                nothing - total.losing() - total.closed(),
                total.unknown());
    }

    /// On the model of all accounts, why it was chosen, and how many it values.
    static List<Text> model(RunRow run, Total total) {
        List<Text> words = new ArrayList<>();
        words.add(
                run.model() == null
                        ? Text.of("value.noModel")
                        : Text.of("value.modelIs", name(run), run.accounts(), run.firstDay(), run.asOf()));
        words.add(reason(run));
        words.addAll(counts(run, total));
        return words;
    }

    private static Text name(RunRow run) {
        return Text.of("value.model." + run.model());
    }

    private static Text reason(RunRow run) {
        return Text.of("value.reason." + run.reason());
    }
}

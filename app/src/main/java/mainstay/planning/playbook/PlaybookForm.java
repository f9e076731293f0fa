package mainstay.planning.playbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mainstay.planning.EffectMetric;
import mainstay.planning.GoalMetric;
import mainstay.planning.Metrics;
import mainstay.planning.Written;
import mainstay.planning.playbook.Playbook.Aim;
import mainstay.planning.playbook.Playbook.Task;
import mainstay.planning.work.WorkItem;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A template as somebody writes it: rows that are left empty do not count, the others close up.
@Component
class PlaybookForm {

    static final int LONGEST_TITLE = 100;
    private static final int LONGEST_WORK = 200;
    private static final int LONGEST_STANDARD = 500;
    private static final int LONGEST_PLAN = 1830;
    private static final int MOST_HOURS = 10_000;
    private static final BigDecimal LEAST = BigDecimal.ONE;
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);
    private static final double PERCENT = 100;

    private final Metrics metrics;
    private final Texts texts;

    PlaybookForm(Metrics metrics, Texts texts) {
        this.metrics = metrics;
        this.texts = texts;
    }

    /// What stands, in the words of a language.
    Written of(Playbook playbook, Locale language) {
        return Written.of(fields(playbook, language));
    }

    Map<String, String> fields(Playbook playbook, Locale language) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", texts.get(language, playbook.key()));
        fields.put("retired", playbook.retired() ? "true" : "");
        fields.put(Written.VERSION, String.valueOf(playbook.version()));
        for (int i = 0; i < playbook.aims().size(); i++) {
            Aim aim = playbook.aims().get(i);
            int row = i + 1;
            fields.put("metric" + row, aim.metric());
            fields.put("base" + row, percent(aim.base()));
            fields.put("stretch" + row, percent(aim.stretch()));
            fields.put("challenge" + row, percent(aim.challenge()));
        }
        for (int i = 0; i < playbook.tasks().size(); i++) {
            Task task = playbook.tasks().get(i);
            int row = i + 1;
            fields.put("work" + row, texts.get(language, task.titleKey()));
            fields.put("standard" + row, texts.get(language, task.standardKey()));
            fields.put("form" + row, task.form());
            fields.put("from" + row, String.valueOf(task.fromDay()));
            fields.put("due" + row, String.valueOf(task.dueDay()));
            fields.put("hours" + row, Objects.toString(task.hours(), ""));
            fields.put("effect" + row, Objects.toString(task.metric(), ""));
        }
        return fields;
    }

    private static String percent(@Nullable Double factor) {
        return factor == null
                ? ""
                : BigDecimal.valueOf(Math.round(factor * PERCENT * PERCENT), 2)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    List<Aim> aims(Written form) {
        List<Aim> aims = new ArrayList<>();
        for (int row = 1; row <= Playbook.MOST_AIMS; row++) {
            if (form.has("metric" + row)) {
                aims.add(aim(form, row));
            }
        }
        return aims;
    }

    private Aim aim(Written form, int row) {
        String code = form.of("metric" + row);
        GoalMetric metric = metrics.byCode(code).orElse(null);
        if (metric == null) {
            form.refuse("metric" + row, Text.of("planning.wrong.choice"));
        }
        Double base = factor(form, "base" + row);
        if (base == null) {
            form.refuse("base" + row, Text.of("goal.wrong.noBase"));
        }
        Double stretch = factor(form, "stretch" + row);
        Double challenge = factor(form, "challenge" + row);
        boolean grows = metric == null || metric.grows();
        if (isBackwards(base, stretch, grows)) {
            form.refuse("stretch" + row, Text.of(grows ? "goal.wrong.less" : "goal.wrong.more"));
        }
        if (isBackwards(stretch == null ? base : stretch, challenge, grows)) {
            form.refuse("challenge" + row, Text.of(grows ? "goal.wrong.less" : "goal.wrong.more"));
        }
        return new Aim(code, base == null ? 1 : base, stretch, challenge);
    }

    private static boolean isBackwards(@Nullable Double first, @Nullable Double next, boolean grows) {
        return first != null && next != null && (grows ? next < first : next > first);
    }

    private static @Nullable Double factor(Written form, String field) {
        BigDecimal percent = form.number(field, LEAST, MOST);
        return percent == null ? null : Double.valueOf(percent.doubleValue() / PERCENT);
    }

    /// @param former what stood before: words that nobody touched stay those that Mainstay brings along
    List<Task> tasks(Written form, Playbook former, Locale language) {
        List<Task> tasks = new ArrayList<>();
        Map<String, String> brought = brought(former, language);
        for (int row = 1; row <= Playbook.MOST_TASKS; row++) {
            if (form.has("work" + row)) {
                tasks.add(task(form, row, brought));
            }
        }
        return tasks;
    }

    /// Message keys of words that Mainstay brings along, by the words.
    private Map<String, String> brought(Playbook former, Locale language) {
        Map<String, String> keys = new HashMap<>();
        former.tasks().forEach(task -> {
            keys.put(texts.get(language, task.titleKey()), task.titleKey());
            keys.put(texts.get(language, task.standardKey()), task.standardKey());
        });
        return keys;
    }

    private static Task task(Written form, int row, Map<String, String> brought) {
        String title = form.needed("work" + row, LONGEST_WORK);
        String standard = form.needed("standard" + row, LONGEST_STANDARD);
        int from = whole(form, "from" + row, LONGEST_PLAN);
        int due = whole(form, "due" + row, LONGEST_PLAN);
        if (due < from) {
            form.refuse("due" + row, Text.of("playbook.wrong.due"));
        }
        String effect = form.of("effect" + row);
        if (!effect.isEmpty() && !EffectMetric.codes().contains(effect)) {
            form.refuse("effect" + row, Text.of("planning.wrong.choice"));
        }
        return new Task(
                brought.getOrDefault(title, title),
                brought.getOrDefault(standard, standard),
                form.choice("form" + row, WorkItem.FORMS),
                from,
                due,
                form.whole("hours" + row, 0, MOST_HOURS),
                effect.isEmpty() ? null : effect);
    }

    private static int whole(Written form, String field, int most) {
        Integer number = form.whole(field, 0, most);
        if (number == null) {
            form.refuse(field, Text.of("planning.wrong.missing"));
        }
        return number == null ? 0 : number;
    }
}

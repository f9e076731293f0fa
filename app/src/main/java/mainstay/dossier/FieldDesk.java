package mainstay.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mainstay.activity.Timeline;
import mainstay.dossier.FieldForm.Wish;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.shared.Patience;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Decides what the archive asks of accounts.
@Service
@Transactional
class FieldDesk {

    private static final List<String> CHANGES =
            List.of("archiveFieldAdded", "archiveFieldChanged", "archiveFieldRetired", "archiveFieldRestored");
    private static final int SHOWN = 10;

    private final Fields fields;
    private final Timeline timeline;
    private final Patience patience;

    FieldDesk(Fields fields, Timeline timeline, Patience patience) {
        this.patience = patience;
        this.fields = fields;
        this.timeline = timeline;
    }

    @Transactional(readOnly = true)
    Map<Part, List<Field>> byPart() {
        Map<Part, List<Field>> all = new LinkedHashMap<>();
        Arrays.stream(Part.values()).forEach(part -> all.put(part, new ArrayList<>()));
        all.putAll(fields.all().stream()
                .collect(Collectors.groupingBy(Field::part, LinkedHashMap::new, Collectors.toList())));
        return all;
    }

    @Transactional(readOnly = true)
    List<Timeline.Entry> changes() {
        return timeline.ofFirm(CHANGES, SHOWN);
    }

    @Transactional(readOnly = true)
    FieldView fresh() {
        return new FieldView(null, FieldForm.empty(), fields.categories(), Map.of(), false);
    }

    @Transactional(readOnly = true)
    FieldView view(String code) {
        Field field = found(code);
        return new FieldView(field, FieldForm.of(field), fields.categories(), Map.of(), false);
    }

    /// @return the form again where something cannot be taken, and then nothing is stored
    FieldView add(FieldForm form) {
        List<String> categories = fields.categories();
        Map<String, Text> refusals = form.refusals(null, categories);
        refuseName(refusals, form, "");
        if (refusals.isEmpty()) {
            String code = fields.add(form.wish(null));
            note("archiveFieldAdded", found(code));
        }
        return new FieldView(null, form, categories, refusals, false);
    }

    /// @return the form again where something cannot be taken or somebody else was faster, and then nothing is
    /// stored
    FieldView change(String code, FieldForm form) {
        Field field = found(code);
        List<String> categories = fields.categories();
        FieldForm whole = new FieldForm(
                form.name(),
                field.part().code(),
                field.kind().code(),
                field.unit(),
                form.choices(),
                form.halfLife(),
                form.weight(),
                form.sensitivity(),
                form.category(),
                form.leastStars(),
                form.revision());
        Map<String, Text> refusals = whole.refusals(field, categories);
        refuseName(refusals, whole, code);
        if (refusals.isEmpty()) {
            refuseOpening(refusals, field, whole.wish(field));
        }
        boolean overtaken = refusals.isEmpty()
                && !patience.with("archive.fields.busy", () -> fields.change(code, whole.seen(), whole.wish(field)));
        if (refusals.isEmpty() && !overtaken) {
            note("archiveFieldChanged", found(code));
        }
        return new FieldView(field, whole, categories, refusals, overtaken);
    }

    void retire(String code, boolean retired) {
        Field field = found(code);
        if (fields.retire(code, retired)) {
            note(retired ? "archiveFieldRetired" : "archiveFieldRestored", field);
        }
    }

    /// Who may not read the values does not open them to more people.
    private static void refuseOpening(Map<String, Text> refusals, Field before, Wish wish) {
        if (wish.sensitivity().compareTo(before.sensitivity()) < 0
                && !Acting.actor().reaches(before.sensitivity())) {
            refusals.put(
                    "sensitivity",
                    Text.of(
                            before.sensitivity() == Level.PERSONAL
                                    ? "archive.fields.wrong.personal"
                                    : "archive.fields.wrong.opening"));
        }
    }

    private void refuseName(Map<String, Text> refusals, FieldForm form, String code) {
        String name = form.of("name");
        if (!name.isEmpty() && fields.isNamed(name, code)) {
            refusals.putIfAbsent("name", Text.of("archive.fields.wrong.twice", name));
        }
    }

    private Field found(String code) {
        return fields.byCode(code).orElseThrow(() -> new Problem.NotFound("archive.unknownField", code));
    }

    private void note(String kind, Field field) {
        timeline.note(null, kind, Map.of("textField", field.labelKey()));
    }
}

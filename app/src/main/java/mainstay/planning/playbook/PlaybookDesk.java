package mainstay.planning.playbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mainstay.planning.Written;
import mainstay.planning.playbook.Playbook.Aim;
import mainstay.planning.playbook.Playbook.Task;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes templates. Plans that began with one keep what they hold.
@Service
@Transactional
class PlaybookDesk {

    private static final int MOST = 40;

    private final Playbooks playbooks;
    private final PlaybookForm forms;
    private final Texts texts;

    PlaybookDesk(Playbooks playbooks, PlaybookForm forms, Texts texts) {
        this.playbooks = playbooks;
        this.forms = forms;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    public Playbook at(String code) {
        return playbooks.byCode(code).orElseThrow(() -> new Problem.NotFound("playbook.unknown"));
    }

    /// @return the code of the copy; nothing where the form is refused, and then it says why
    public Optional<String> copy(Written form, Locale language) {
        String title = form.needed("title", PlaybookForm.LONGEST_TITLE);
        Optional<Playbook> former = playbooks.byCode(form.of("source"));
        if (former.isEmpty()) {
            form.refuse("source", Text.of("planning.wrong.choice"));
        }
        if (playbooks.all().size() >= MOST) {
            form.refuse("title", Text.of("playbook.wrong.tooMany", MOST));
        }
        if (form.isRefused()) {
            return Optional.empty();
        }
        Playbook from = former.orElseThrow();
        List<Task> tasks =
                from.tasks().stream().map(task -> inWords(task, language)).toList();
        return Optional.of(playbooks.copy(title, from.aims(), tasks));
    }

    private Task inWords(Task task, Locale language) {
        return new Task(
                texts.get(language, task.titleKey()),
                texts.get(language, task.standardKey()),
                task.form(),
                task.fromDay(),
                task.dueDay(),
                task.hours(),
                task.metric());
    }

    /// @return whether it was changed; else the form says why not
    public boolean change(String code, Written form, Locale language) {
        Playbook now = playbooks.held(code).orElseThrow(() -> new Problem.NotFound("playbook.unknown"));
        String title = form.needed("title", PlaybookForm.LONGEST_TITLE);
        List<Aim> aims = forms.aims(form);
        List<Task> tasks = forms.tasks(form, now, language);
        boolean retired = form.ticked("retired");
        if (retired && playbooks.choices().containsValue(code)) {
            form.refuse("retired", Text.of("playbook.wrong.chosen"));
        }
        Map<String, String> standing = forms.fields(now, language);
        boolean overtaken = now.changedBy() != null
                && now.changedAt() != null
                && form.isOvertaken(standing, now.version(), now.changedBy(), now.changedAt());
        if (overtaken || form.isRefused()) {
            return false;
        }
        boolean asBrought = !now.isOwn() && title.equals(texts.get(language, now.ownKey()));
        playbooks.change(now, asBrought ? null : title, retired, aims, tasks);
        return true;
    }

    /// @return whether all were kept; else the form says why not, and none is
    public boolean choose(Written form) {
        List<Playbook> offered = playbooks.offered();
        for (Situation situation : Situation.values()) {
            if (offered.stream().noneMatch(one -> one.code().equals(form.of(situation.code())))) {
                form.refuse(situation.code(), Text.of("planning.wrong.choice"));
            }
        }
        if (form.isRefused()) {
            return false;
        }
        for (Situation situation : Situation.values()) {
            playbooks.choose(situation, at(form.of(situation.code())));
        }
        return true;
    }
}

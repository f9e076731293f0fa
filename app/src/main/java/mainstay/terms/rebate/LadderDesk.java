package mainstay.terms.rebate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import mainstay.identity.FirmSettings;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Drafts ladders and puts them in force.
@Service
@Transactional
class LadderDesk {

    private final Ladders ladders;
    private final LadderOverlaps overlaps;
    private final FirmDesk firm;
    private final Timeline timeline;

    LadderDesk(Ladders ladders, LadderOverlaps overlaps, FirmDesk firm, Timeline timeline) {
        this.ladders = ladders;
        this.overlaps = overlaps;
        this.firm = firm;
        this.timeline = timeline;
    }

    /// What became of a form.
    sealed interface Drafted {

        record Kept(long ladder) implements Drafted {}

        record Refused(Map<String, Text> refusals) implements Drafted {}
    }

    @Transactional(readOnly = true)
    LadderForm.Firm firm() {
        FirmSettings settings = firm.settings();
        return new LadderForm.Firm(settings.currency(), settings.fiscalYearStart(), ladders.categories());
    }

    /// A new ladder, whose first version is a draft.
    Drafted add(LadderForm form) {
        Map<String, Text> refusals = form.refusals(firm());
        Role role = Acting.actor().role();
        if (form.isConfidential() && role != null && !form.hasRole(role)) {
            refusals.putIfAbsent("role", Text.of("rebate.wrong.ownRole"));
        }
        if (!refusals.isEmpty()) {
            return new Drafted.Refused(refusals);
        }
        Optional<Long> added = ladders.add(form.wish());
        if (added.isEmpty()) {
            return new Drafted.Refused(Map.of("name", Text.of("rebate.wrong.taken")));
        }
        ladders.draft(added.get(), form.wish());
        return new Drafted.Kept(added.get());
    }

    /// The next version of a ladder. Its name and who may know of it stay what they are.
    Drafted revise(long id, LadderForm form) {
        Ladder newest = versions(id).getFirst();
        Map<String, Text> refusals = new TreeMap<>(form.refusals(firm()));
        refusals.remove("name");
        refusals.remove("role");
        if (!refusals.isEmpty()) {
            return new Drafted.Refused(refusals);
        }
        ladders.draft(newest.id(), form.wish());
        return new Drafted.Kept(newest.id());
    }

    /// Why a draft cannot be put in force; nothing where it is now.
    Optional<Text> publish(long id, int version) {
        List<Ladder> versions = versions(id);
        Ladder draft = versions.stream()
                .filter(one -> one.version() == version && one.isDraft())
                .findFirst()
                .orElseThrow(() -> new Problem.Conflict("rebate.moved"));
        Optional<Ladder> before =
                versions.stream().filter(one -> !one.isDraft()).findFirst();
        if (before.isPresent() && draft.from().isBefore(before.get().from())) {
            return Optional.of(Text.of("rebate.wrong.before", before.get().from()));
        }
        overlaps.hold();
        List<String> overlapping = overlaps.accounts(draft);
        if (!overlapping.isEmpty()) {
            return Optional.of(Text.of("rebate.wrong.overlapAccounts", String.join(", ", overlapping)));
        }
        if (!ladders.publish(id, version)) {
            throw new Problem.Conflict("rebate.moved");
        }
        if (!draft.confidential()) {
            timeline.note(null, "ladder", Map.of("name", draft.name(), "version", String.valueOf(version)));
        }
        return Optional.empty();
    }

    /// The newest first.
    @Transactional(readOnly = true)
    List<Ladder> versions(long id) {
        List<Ladder> versions = ladders.versions(id);
        if (versions.isEmpty()) {
            throw new Problem.NotFound("rebate.unknown");
        }
        return versions;
    }
}

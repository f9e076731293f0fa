package mainstay.terms.rebate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import mainstay.identity.FirmSettings;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Drafts ladders and puts them in force.
@Service
@Transactional
class LadderDesk {

    private final Ladders ladders;
    private final LadderOverlaps overlaps;
    private final FirmDesk firm;
    private final UserDesk users;
    private final Timeline timeline;
    private final Clock clock;

    LadderDesk(
            Ladders ladders, LadderOverlaps overlaps, FirmDesk firm, UserDesk users, Timeline timeline, Clock clock) {
        this.ladders = ladders;
        this.overlaps = overlaps;
        this.firm = firm;
        this.users = users;
        this.timeline = timeline;
        this.clock = clock;
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
        Map<String, Text> refusals = refusals(form);
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

    private Map<String, Text> refusals(LadderForm form) {
        Map<String, Text> refusals = form.refusals(firm());
        Role role = Acting.actor().role();
        if (form.isConfidential() && role != null && !form.hasRole(role)) {
            refusals.putIfAbsent("role", Text.of("rebate.wrong.ownRole"));
        }
        return refusals;
    }

    /// The next version of a ladder. Its name and who may know of it stay what they are, unless it was
    /// never in force: then the draft is replaced as a whole.
    ///
    /// @param seen what stood there when the person began to write; null where that is not known
    Drafted revise(long id, LadderForm form, @Nullable Long seen) {
        overlaps.hold();
        Ladder newest = versions(id).getFirst();
        if (!newest.isAsSeen(seen)) {
            throw new Problem.Conflict("rebate.moved");
        }
        if (!isEverInForce(id)) {
            return replace(newest, form);
        }
        Map<String, Text> refusals = new TreeMap<>(form.refusals(firm()));
        refusals.remove("name");
        refusals.remove("role");
        if (!refusals.isEmpty()) {
            return new Drafted.Refused(refusals);
        }
        ladders.draft(newest.id(), form.wish());
        return new Drafted.Kept(newest.id());
    }

    private Drafted replace(Ladder draft, LadderForm form) {
        Map<String, Text> refusals = refusals(form);
        if (!refusals.isEmpty()) {
            return new Drafted.Refused(refusals);
        }
        if (form.isNamedAs(draft)) {
            ladders.draft(draft.id(), form.wish());
            return new Drafted.Kept(draft.id());
        }
        drop(draft.id());
        Drafted kept = add(form);
        if (kept instanceof Drafted.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return kept;
    }

    /// Deletes a draft that was never in force, so that its name is free again.
    void drop(long id) {
        overlaps.hold();
        if (isEverInForce(id)) {
            throw new Problem.Conflict("rebate.everInForce");
        }
        ladders.drop(id);
    }

    @Transactional(readOnly = true)
    boolean isEverInForce(long id) {
        return versions(id).stream().anyMatch(version -> !version.isDraft());
    }

    /// Why only a second person can put a version in force; nothing where anybody can who may change
    /// ladders. What has been earned in periods that are over changes with it. In a firm of one there is no
    /// second person.
    @Transactional(readOnly = true)
    Optional<Text> waitsForSecond(Ladder draft) {
        return wantsSecond(draft) && !isAlone()
                ? Optional.of(Text.of("rebate.wrong.secondPerson", draft.from(), draft.author()))
                : Optional.empty();
    }

    private boolean wantsSecond(Ladder draft) {
        return draft.isDraft()
                && draft.author().equals(Acting.actor().name())
                && draft.beginsBefore(LocalDate.now(clock), firm.settings().fiscalYearStart());
    }

    private boolean isAlone() {
        return User.isAlone(Acting.actor().id(), users.all());
    }

    /// Whether whoever acts may put a draft in force only because there is nobody else; it is recorded.
    @Transactional(readOnly = true)
    boolean decidesAlone(Ladder draft) {
        return wantsSecond(draft) && isAlone();
    }

    /// Why a draft cannot be put in force; nothing where it is now. One that was written anew keeps its number, and is
    /// another one all the same.
    ///
    /// @param seen the draft that the person looked at; null where that is not known
    Optional<Text> publish(long id, int version, @Nullable Long seen) {
        overlaps.hold();
        List<Ladder> versions = versions(id);
        Ladder draft = versions.stream()
                .filter(one -> one.version() == version && one.isDraft() && one.isAsSeen(seen))
                .findFirst()
                .orElseThrow(() -> new Problem.Conflict("rebate.moved"));
        Optional<Ladder> before =
                versions.stream().filter(one -> !one.isDraft()).findFirst();
        if (before.isPresent() && draft.from().isBefore(before.get().from())) {
            return Optional.of(Text.of("rebate.wrong.before", before.get().from()));
        }
        Optional<Text> second = waitsForSecond(draft);
        if (second.isPresent()) {
            return second;
        }
        List<String> overlapping = overlaps.accounts(draft);
        if (!overlapping.isEmpty()) {
            return Optional.of(Text.of("rebate.wrong.overlapAccounts", String.join(", ", overlapping)));
        }
        boolean alone = decidesAlone(draft);
        if (!ladders.publish(draft.versionId(), alone)) {
            throw new Problem.Conflict("rebate.moved");
        }
        if (!draft.confidential()) {
            timeline.note(
                    null,
                    alone ? "ladderAlone" : "ladder",
                    Map.of("name", draft.name(), "version", String.valueOf(version)));
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

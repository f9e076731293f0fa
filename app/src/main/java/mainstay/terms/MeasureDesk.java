package mainstay.terms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.terms.rebate.LadderOffer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Publishes new measures of the tiers, all or none, and keeps those before.
@Service
@Transactional
class MeasureDesk {

    private static final int KEPT_IN_VIEW = 10;

    private final Measures measures;
    private final LadderOffer ladders;
    private final Timeline timeline;

    MeasureDesk(Measures measures, LadderOffer ladders, Timeline timeline) {
        this.measures = measures;
        this.ladders = ladders;
        this.timeline = timeline;
    }

    /// The last versions with what each changed, the newest first; the first one of all changed nothing.
    @Transactional(readOnly = true)
    public List<MeasureRevision> history() {
        List<MeasureVersion> versions = measures.newest(KEPT_IN_VIEW);
        List<MeasureRevision> revisions = new ArrayList<>();
        for (int i = 0; i < versions.size() - 1; i++) {
            revisions.add(new MeasureRevision(versions.get(i), versions.get(i).since(versions.get(i + 1))));
        }
        return revisions;
    }

    /// What somebody should know who reads the measures, by the name of the field: why nobody earns today by the ladder
    /// that a tier gives, and which groups a limit of the tier binds besides.
    @Transactional(readOnly = true)
    public Map<String, Text> notes(List<TierForm> tiers) {
        Map<String, Text> notes = new TreeMap<>();
        Map<Integer, Integer> heads = measures.headsWithoutLimit();
        for (TierForm tier : tiers) {
            String ladder = tier.refusal(TierField.REBATE_LADDER) == null ? tier.text(TierField.REBATE_LADDER) : "";
            if (!ladder.isEmpty()) {
                ladders.idle(ladder).ifPresent(why -> notes.put(tier.name(TierField.REBATE_LADDER), why));
            }
            int bound = heads.getOrDefault(tier.stars(), 0);
            if (bound > 0 && tier.givesLimit()) {
                notes.put(tier.name(TierField.LIMIT_RULE), Text.of("terms.note.bindsGroups", bound));
            }
        }
        return notes;
    }

    /// @param version that the person saw and changed
    /// @return the form again; nothing is stored while a field of it is refused
    List<TierForm> publish(Map<String, String> answers, int version) {
        MeasureVersion inForce = measures.inForce();
        List<TierForm> wanted = inForce.tiers().stream()
                .map(tier -> checked(TierForm.of(tier.stars(), written(tier, answers))))
                .toList();
        if (wanted.stream().anyMatch(TierForm::isRefused)) {
            return wanted;
        }
        if (inForce.version() != version) {
            throw new Problem.Conflict("terms.measures.moved");
        }
        if (!wanted.equals(inForce.tiers())) {
            store(version + 1, wanted);
        }
        return wanted;
    }

    /// A tier gives a ladder that there is.
    private TierForm checked(TierForm tier) {
        String ladder = tier.text(TierField.REBATE_LADDER);
        if (!ladder.isEmpty() && tier.refusal(TierField.REBATE_LADDER) == null) {
            ladders.refusalForTier(ladder).ifPresent(refusal -> tier.refusals().put(TierField.REBATE_LADDER, refusal));
        }
        return tier;
    }

    private void store(int version, List<TierForm> wanted) {
        try {
            measures.publish(version, Acting.actor().name(), wanted);
        } catch (DuplicateKeyException overtaken) {
            throw new Problem.Conflict("terms.measures.moved");
        }
        timeline.note(null, "terms.measures", Map.of("version", String.valueOf(version)));
    }

    /// What is not in the form stays as it is.
    private static Map<TierField, String> written(TierForm tier, Map<String, String> answers) {
        Map<TierField, String> written = new EnumMap<>(TierField.class);
        for (TierField field : TierField.values()) {
            written.put(field, kept(field, answers.getOrDefault(tier.name(field), tier.text(field))));
        }
        LimitRule rule =
                LimitRule.of(written.getOrDefault(TierField.LIMIT_RULE, "")).orElse(LimitRule.UNSET);
        if (rule != LimitRule.FIXED) {
            written.put(TierField.LIMIT_AMOUNT, "");
        }
        if (!rule.hasFactor()) {
            written.put(TierField.LIMIT_FACTOR, "");
        }
        return written;
    }

    /// One number is written in one way.
    private static String kept(TierField field, String answer) {
        Unit unit = field.unit();
        return unit != null && unit.isNumber()
                ? unit.number(answer).map(unit::written).orElse(answer.strip())
                : answer.strip();
    }
}

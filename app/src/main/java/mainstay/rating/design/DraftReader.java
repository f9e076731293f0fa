package mainstay.rating.design;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.CriterionGroup;
import mainstay.rating.model.Gate;
import mainstay.rating.model.Peers;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Scale;
import mainstay.rating.model.Tier;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Makes a model of a form, or says at each field what cannot be taken.
final class DraftReader {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 2000;
    private static final int DECIMALS = 6;

    private final DraftForm form;
    /// In the order of the page, so that the first is the one to begin with.
    private final Map<String, Text> refusals = new LinkedHashMap<>();

    /// Criteria that are to count, be it that something about them cannot be taken: gates may ask for them.
    private final Set<KnownCriterion> meant = new HashSet<>();

    private DraftReader(DraftForm form) {
        this.form = form;
    }

    /// What became of a form.
    sealed interface Outcome {

        record Accepted(RatingModel model) implements Outcome {}

        /// @param refusals what is wrong, by field
        record Refused(Map<String, Text> refusals) implements Outcome {}
    }

    static Outcome read(int version, DraftForm form) {
        return new DraftReader(form).read(version);
    }

    private Outcome read(int version) {
        List<Criterion> criteria = criteria();
        List<Tier> tiers = tiers();
        Double coverage = coverage();
        Double hysteresis = number("hysteresis", 0, 50);
        if (form.value("note").length() > LONGEST_NOTE) {
            refuse("note", "model.longNote", LONGEST_NOTE);
        }
        return refusals.isEmpty() && coverage != null && hysteresis != null
                ? new Outcome.Accepted(new RatingModel(version, criteria, tiers, coverage / 100, hysteresis))
                : new Outcome.Refused(Collections.unmodifiableMap(refusals));
    }

    private @Nullable Double coverage() {
        int least = (int) (RatingModel.LEAST_COVERAGE * 100);
        Double coverage = numberWithin("minimumCoverage", least, 100);
        if (coverage == null) {
            refuse("minimumCoverage", "model.coverageRange", least);
        }
        return coverage;
    }

    private List<Criterion> criteria() {
        List<Criterion> criteria = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (KnownCriterion known : KnownCriterion.ALL) {
            String field = "weight." + known.code();
            refuseLongName(known);
            if (form.value(field).isEmpty() || isZero(form.value(field))) {
                refuseNameAlone(known);
                continue;
            }
            meant.add(known);
            Double weight = number(field, 0, 100);
            if (weight != null) {
                sum = sum.add(BigDecimal.valueOf(weight));
                Criterion criterion = criterion(known, weight);
                if (criterion != null) {
                    criteria.add(criterion);
                }
            }
        }
        boolean complete = refusals.keySet().stream().noneMatch(field -> field.startsWith("weight."));
        if (complete && sum.compareTo(WHOLE) != 0) {
            refuse("weights", "model.weightsSum", sum.stripTrailingZeros().toPlainString());
        }
        return criteria;
    }

    /// Also of a criterion that counts nothing: what was typed would be lost without a word.
    private void refuseLongName(KnownCriterion known) {
        if (known.own() && form.value("name." + known.code()).length() > LONGEST_NAME) {
            refuse("name." + known.code(), "model.badName", LONGEST_NAME);
        }
    }

    private void refuseNameAlone(KnownCriterion known) {
        boolean given = !form.value("weight." + known.code()).isEmpty();
        if (known.own() && !given && !form.value("name." + known.code()).isEmpty()) {
            refuse("weight." + known.code(), "model.nameAlone");
        }
    }

    private static boolean isZero(String text) {
        return Numeral.number(text).filter(number -> number.signum() == 0).isPresent();
    }

    private @Nullable Criterion criterion(KnownCriterion known, double weight) {
        String name = known.own() ? form.value("name." + known.code()) : null;
        if (name != null && name.isEmpty()) {
            refuse("name." + known.code(), "model.badName", LONGEST_NAME);
            return null;
        }
        Scale scale = scale(known);
        return scale == null
                ? null
                : new Criterion(
                        known.code(),
                        known.group(),
                        weight,
                        scale,
                        known.unit(),
                        !form.value("needed." + known.code()).isEmpty(),
                        name);
    }

    private @Nullable Scale scale(KnownCriterion known) {
        String zero = "zeroAt." + known.code();
        String hundred = "hundredAt." + known.code();
        if (form.value(zero).isEmpty() && form.value(hundred).isEmpty()) {
            if (!known.isRankable()) {
                refuse(zero, known.isAssessed() ? "model.endsMissing" : "model.lessIsBetter");
                return null;
            }
            return rank(known);
        }
        double least = known.isAssessed() ? 1 : -1e12;
        double most = known.isAssessed() ? 5 : 1e12;
        Double from = number(zero, least, most);
        Double to = number(hundred, least, most);
        if (from == null || to == null) {
            return null;
        }
        if (from.equals(to)) {
            refuse(hundred, "model.endsEqual");
            return null;
        }
        double unit = known.isShare() ? 100 : 1;
        return new Scale.Linear(from / unit, to / unit);
    }

    private @Nullable Scale rank(KnownCriterion known) {
        String peers = form.value("peers." + known.code());
        for (Peers one : Peers.values()) {
            if (peers.isEmpty() || one.code().equals(peers)) {
                return new Scale.Rank(peers.isEmpty() ? Peers.ALL : one);
            }
        }
        refuse("peers." + known.code(), "model.badPeers");
        return null;
    }

    private List<Tier> tiers() {
        List<Tier> tiers = new ArrayList<>();
        double above = 100;
        for (int stars : DraftForm.TIERS) {
            Double from = number("from." + stars, 0, 100);
            if (from == null) {
                continue;
            }
            if (stars < 4 && from >= above) {
                refuse("from." + stars, "model.tiersTurned", stars, stars + 1);
            }
            if (from <= 0) {
                refuse("from." + stars, "model.tierAtZero");
            }
            above = from;
            tiers.add(new Tier(stars, from, gates(stars)));
        }
        tiers.add(new Tier(1, 0, List.of()));
        return tiers;
    }

    private List<Gate> gates(int stars) {
        List<Gate> gates = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        for (int i = 1; i <= DraftForm.GATES; i++) {
            String place = "gate." + stars + "." + i;
            String subject = form.value(place + ".subject");
            if (subject.isEmpty()) {
                if (!form.value(place + ".minimum").isEmpty()) {
                    refuse(place + ".subject", "model.gateOfNothing");
                }
                continue;
            }
            Gate gate = gate(place, subject);
            if (gate != null && !subjects.add(subject)) {
                refuse(place + ".subject", "model.gateTwice");
            } else if (gate != null) {
                gates.add(gate);
            }
        }
        return gates;
    }

    private @Nullable Gate gate(String place, String subject) {
        if (subject.startsWith("group:")) {
            String code = subject.substring("group:".length());
            boolean used = meant.stream().anyMatch(one -> one.group().code().equals(code));
            Double minimum = number(place + ".minimum", 0, 100);
            if (!used) {
                refuse(place + ".subject", "model.gateUnused");
            }
            return used && minimum != null ? new Gate.OfGroup(CriterionGroup.of(code), minimum) : null;
        }
        boolean used =
                meant.stream().anyMatch(one -> one.isAssessed() && one.code().equals(subject));
        Double minimum = number(place + ".minimum", 1, 5);
        if (!used) {
            refuse(place + ".subject", "model.gateUnused");
        }
        return used && minimum != null ? new Gate.OfFigure(subject, minimum) : null;
    }

    private @Nullable Double number(String field, double least, double most) {
        Double number = numberWithin(field, least, most);
        if (number != null) {
            return number;
        }
        if (Math.abs(least) > 1e9) {
            refuse(field, "model.badNumber");
        } else {
            refuse(field, "model.outOfRange", (int) least, (int) most);
        }
        return null;
    }

    private @Nullable Double numberWithin(String field, double least, double most) {
        return Numeral.number(form.value(field))
                .filter(one -> one.stripTrailingZeros().scale() <= DECIMALS)
                .map(BigDecimal::doubleValue)
                .filter(one -> one >= least && one <= most)
                .orElse(null);
    }

    private void refuse(String field, String key, Object... arguments) {
        refusals.putIfAbsent(field, Text.of(key, arguments));
    }
}

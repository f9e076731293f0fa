package mainstay.rating.design;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.Gate;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Scale;
import mainstay.rating.model.Tier;
import mainstay.rating.model.Unit;

/// A draft as it is written in the form: fields by name. `weight.onTime`, `zeroAt.onTime`,
/// `hundredAt.onTime`,
/// `peers.revenue`, `needed.onTime`, `name.own1`; `from.4`, `gate.4.1.subject`, `gate.4.1.minimum`;
/// `minimumCoverage`,
/// `hysteresis`, `note`.
public record DraftForm(Map<String, String> fields) {
    static final int GATES = 3;
    static final List<Integer> TIERS = List.of(4, 3, 2);
    private static final MathContext ENOUGH = new MathContext(10);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public DraftForm {
        fields = Map.copyOf(fields);
    }

    public String value(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    static DraftForm of(RatingModel model, String note) {
        Map<String, String> fields = new HashMap<>();
        fields.put("note", note);
        fields.put("minimumCoverage", percent(model.minimumCoverage()));
        fields.put("hysteresis", plain(model.hysteresis()));
        model.criteria().forEach(criterion -> write(criterion, fields));
        model.tiers().forEach(tier -> write(tier, fields));
        return new DraftForm(fields);
    }

    private static void write(Criterion criterion, Map<String, String> fields) {
        String code = criterion.code();
        boolean share = criterion.unit() == Unit.RATIO;
        fields.put("weight." + code, plain(criterion.weight()));
        fields.put("needed." + code, criterion.needed() ? "true" : "");
        String name = criterion.name();
        if (name != null) {
            fields.put("name." + code, name);
        }
        switch (criterion.scale()) {
            case Scale.Linear linear -> {
                fields.put("zeroAt." + code, share ? percent(linear.zeroAt()) : plain(linear.zeroAt()));
                fields.put("hundredAt." + code, share ? percent(linear.hundredAt()) : plain(linear.hundredAt()));
            }
            case Scale.Rank rank -> fields.put("peers." + code, rank.peers().code());
        }
    }

    private static void write(Tier tier, Map<String, String> fields) {
        fields.put("from." + tier.stars(), plain(tier.from()));
        for (int i = 0; i < tier.gates().size(); i++) {
            Gate gate = tier.gates().get(i);
            String place = "gate." + tier.stars() + "." + (i + 1);
            fields.put(
                    place + ".subject",
                    switch (gate) {
                        case Gate.OfGroup group -> "group:" + group.group().code();
                        case Gate.OfFigure figure -> figure.criterion();
                    });
            fields.put(place + ".minimum", plain(gate.minimum()));
        }
    }

    private static String plain(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).round(ENOUGH).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static String percent(double share) {
        return plain(BigDecimal.valueOf(share).multiply(HUNDRED).doubleValue());
    }
}

package mainstay.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mainstay.activity.Timeline.Note;
import mainstay.identity.Level;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.Leg;
import org.jspecify.annotations.Nullable;

/// What an account's page says in one glance: stars and where it stands under the key-account rule.
///
/// @param model version of the model by which it is rated
record Bearing(
        long account, int stars, boolean hollow, KeyStatus status, Leg share, Leg credit, Leg philosophy, int model) {

    /// What is worth telling of the way from an earlier bearing to this one. An account that had none is told
    /// of only where it is large enough for a key account. What another model brought about is told as its doing.
    List<Turn> since(@Nullable Bearing before) {
        List<Turn> turns = new ArrayList<>();
        if (before == null) {
            if (isKey()) {
                turns.add(Turn.to(status));
            }
            return turns;
        }
        stars(before, turns);
        if (status != before.status && (status != KeyStatus.NONE || before.isKey())) {
            turns.add(since(before, Turn.to(status)));
        }
        if (status != KeyStatus.NONE || before.status != KeyStatus.NONE) {
            leg("Share", before.share, share).ifPresent(turns::add);
            leg("Credit", before.credit, credit)
                    .map(turn -> since(before, turn))
                    .ifPresent(turns::add);
            leg("Philosophy", before.philosophy, philosophy)
                    .map(turn -> since(before, turn))
                    .ifPresent(turns::add);
        }
        return turns;
    }

    /// @param kind of a timeline entry
    record Turn(String kind, Map<String, String> detail) {

        static Turn to(KeyStatus status) {
            return new Turn("status" + capital(status.code()), Map.of());
        }

        /// What a group does rests on the business of all its accounts, and who sees its head alone is not told.
        Note of(long account, boolean group) {
            return group
                    ? new Note(account, "group" + capital(kind), detail, Level.BUSINESS.number())
                    : new Note(account, kind, detail);
        }

        private static String capital(String word) {
            return Character.toUpperCase(word.charAt(0)) + word.substring(1);
        }
    }

    private boolean isKey() {
        return status == KeyStatus.KEY || status == KeyStatus.PROVISIONAL;
    }

    private void stars(Bearing before, List<Turn> turns) {
        if (hollow && before.hollow) {
            return;
        }
        if (hollow) {
            turns.add(since(before, new Turn("starsHollow", Map.of())));
        } else if (before.hollow) {
            turns.add(
                    isRemodelled(before)
                            ? new Turn("solidByModel", Map.of("stars", "" + stars, "version", "" + model))
                            : new Turn("starsSolid", Map.of("stars", String.valueOf(stars))));
        } else if (stars != before.stars) {
            Map<String, String> detail = new TreeMap<>(Map.of("from", "" + before.stars, "to", "" + stars));
            if (isRemodelled(before)) {
                detail.put("version", "" + model);
            }
            turns.add(new Turn(
                    isRemodelled(before) ? "starsByModel" : stars > before.stars ? "starsRose" : "starsFell", detail));
        }
    }

    private boolean isRemodelled(Bearing before) {
        return model != before.model;
    }

    private Turn since(Bearing before, Turn turn) {
        return isRemodelled(before)
                ? new Turn("byModel", Map.of("text", "timeline." + turn.kind(), "version", "" + model))
                : turn;
    }

    /// Sales decide the leg of the share, whatever the model is; a model may leave the others out.
    private static Optional<Turn> leg(String name, Leg before, Leg now) {
        if (now == before) {
            return Optional.empty();
        }
        String kind = switch (now) {
            case FAIL -> "legLost";
            case PASS -> "legWon";
            case OPEN -> "legOpen";
        };
        return Optional.of(new Turn(kind + name, Map.of()));
    }
}

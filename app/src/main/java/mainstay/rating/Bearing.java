package mainstay.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mainstay.activity.Timeline.Note;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.Leg;
import org.jspecify.annotations.Nullable;

/// What an account's page says in one glance: stars and where it stands under the key-account rule.
record Bearing(long account, int stars, boolean hollow, KeyStatus status, Leg share, Leg credit, Leg philosophy) {

    /// What is worth telling of the way from an earlier bearing to this one. An account that had none is told
    /// of only where it is large enough for a key account.
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
            turns.add(Turn.to(status));
        }
        if (status != KeyStatus.NONE || before.status != KeyStatus.NONE) {
            leg("Share", before.share, share, turns);
            leg("Credit", before.credit, credit, turns);
            leg("Philosophy", before.philosophy, philosophy, turns);
        }
        return turns;
    }

    /// @param kind of a timeline entry
    record Turn(String kind, Map<String, String> detail) {

        static Turn to(KeyStatus status) {
            return new Turn("status" + capital(status.code()), Map.of());
        }

        Note of(long account, boolean group) {
            return new Note(account, group ? "group" + capital(kind) : kind, detail);
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
            turns.add(new Turn("starsHollow", Map.of()));
        } else if (before.hollow) {
            turns.add(new Turn("starsSolid", Map.of("stars", String.valueOf(stars))));
        } else if (stars != before.stars) {
            turns.add(new Turn(
                    stars > before.stars ? "starsRose" : "starsFell",
                    Map.of("from", String.valueOf(before.stars), "to", String.valueOf(stars))));
        }
    }

    private static void leg(String name, Leg before, Leg now, List<Turn> turns) {
        if (now == before) {
            return;
        }
        switch (now) {
            case FAIL -> turns.add(new Turn("legLost" + name, Map.of()));
            case PASS -> turns.add(new Turn("legWon" + name, Map.of()));
            case OPEN -> turns.add(new Turn("legOpen" + name, Map.of()));
        }
    }
}

package mainstay.planning.standard;

import java.util.LinkedHashMap;
import java.util.Map;

/// What accounts of so many stars ask of us.
///
/// @param stars       0 for those without
/// @param reviewDays  between two reviews of a plan
/// @param contactDays between two contacts
/// @param people      of theirs whom we know
/// @param archive     percent of the archive that is filled
/// @param margin      percent that they should bring
public record TierStandard(int stars, int reviewDays, int contactDays, int people, int archive, int margin) {

    /// A figure of it that can be changed.
    public enum Figure {
        REVIEW("review", 7, 1100),
        CONTACT("contact", 1, 1100),
        PEOPLE("people", 0, 50),
        ARCHIVE("archive", 0, 100),
        MARGIN("margin", -100, 100);

        private final String code;
        private final int least;
        private final int most;

        Figure(String code, int least, int most) {
            this.code = code;
            this.least = least;
            this.most = most;
        }

        int least() {
            return least;
        }

        int most() {
            return most;
        }

        public String labelKey() {
            return "standard.field." + code;
        }

        /// Name of the field of a form.
        public String field(int stars) {
            return code + stars;
        }
    }

    Map<String, String> written() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            fields.put(figure.field(stars), String.valueOf(at(figure)));
        }
        return fields;
    }

    private int at(Figure figure) {
        return switch (figure) {
            case REVIEW -> reviewDays;
            case CONTACT -> contactDays;
            case PEOPLE -> people;
            case ARCHIVE -> archive;
            case MARGIN -> margin;
        };
    }
}

package mainstay.rating.design;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of the model and its life.
///
/// @param edits       changes of the draft so far
/// @param publishedAt null for a draft
/// @param inForce     whether ratings follow it now
public record ModelVersion(
        int version,
        String status,
        String note,
        @Nullable Integer basedOn,
        String draftedBy,
        Instant draftedAt,
        long edits,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        @Nullable String retiredBy,
        @Nullable Instant retiredAt,
        boolean inForce) {

    public boolean isDraft() {
        return status.equals("draft");
    }

    public boolean isPublished() {
        return status.equals("published");
    }

    public String path() {
        return "/settings/models/" + version;
    }
}

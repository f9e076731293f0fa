package mainstay.dossier.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mainstay.dossier.Look;
import mainstay.dossier.ReadLog;
import mainstay.dossier.document.Document.Version;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Hands out content. What is confidential is written into the read log first; a browser runs nothing of it
/// and guesses nothing about it.
@Component
class DocumentAnswer {

    private static final String PICTURE_POLICY = "default-src 'none'; sandbox";
    private static final String PAPER_POLICY =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Documents documents;
    private final ReadLog log;

    DocumentAnswer(Documents documents, ReadLog log) {
        this.documents = documents;
        this.log = log;
    }

    /// @param shown in the browser instead of being saved, where its kind allows that
    void write(Document document, Version version, boolean shown, HttpServletResponse response) throws IOException {
        if (document.isConfidential()) {
            log.note(List.of(new Look(
                    document.accountId(),
                    "document",
                    List.of(document.part().code()),
                    document.level(),
                    document.id() + "/" + version.n())));
        }
        FileKind kind = version.kind();
        boolean inline = shown && kind.isShown();
        response.setContentType(kind.mediaType());
        response.setContentLengthLong(version.bytes());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", kind == FileKind.PDF ? PAPER_POLICY : PICTURE_POLICY);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(kind.named(version.name()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        for (int n = 0; n < version.pieces(); n++) {
            response.getOutputStream().write(documents.piece(version.id(), n));
        }
    }
}

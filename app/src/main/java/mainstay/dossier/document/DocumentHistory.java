package mainstay.dossier.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainstay.activity.Timeline.Entry;
import mainstay.activity.TimelineSource;
import mainstay.dossier.document.Document.Retirement;
import mainstay.dossier.document.Document.Version;
import org.springframework.stereotype.Component;

/// Tells what became of documents from the documents themselves, so that nobody reads a name in a timeline that the
/// panel would not show.
@Component
class DocumentHistory implements TimelineSource {

    private final Documents documents;

    DocumentHistory(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<Entry> of(long accountId) {
        return documents.of(accountId).stream().flatMap(DocumentHistory::told).toList();
    }

    private static Stream<Entry> told(Document document) {
        Stream<Entry> filed = document.versions().stream().map(version -> filed(document, version));
        Retirement retired = document.retired();
        return retired == null
                ? filed
                : Stream.concat(
                        filed,
                        Stream.of(Entry.told(
                                document.accountId(),
                                retired.by(),
                                "documentRetired",
                                Map.of("name", shown(document.newest().name()), "why", shown(retired.because())),
                                retired.at())));
    }

    private static Entry filed(Document document, Version version) {
        return Entry.told(
                document.accountId(),
                version.by(),
                version.n() == 1 ? "documentAdded" : "documentRenewed",
                Map.of("name", shown(version.name()), "number", String.valueOf(version.n())),
                version.at());
    }

    private static String shown(String text) {
        return "\u2068" + text + "\u2069";
    }
}

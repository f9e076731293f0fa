package mainstay.terms;

import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.file.Kind;
import mainstay.testing.SmallFiles;

/// Brings small files into the ledger.
public final class TermsTestbed {

    private TermsTestbed() {}

    public static ImportReport bring(ImportDesk desk, Kind kind, String rows) {
        return SmallFiles.bring(desk, kind, rows);
    }
}

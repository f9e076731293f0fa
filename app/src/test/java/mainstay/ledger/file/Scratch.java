package mainstay.ledger.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

final class Scratch {
    public static void main(String[] a) throws Exception {
        for (int i = 0; i < 3; i++) {
            long t = System.nanoTime();
            SourceFile f = SourceFile.look(Path.of(a[0]));
            long t1 = System.nanoTime();
            LedgerFile l = LedgerFile.understand(f, new MappingWish(Optional.empty(), null, Map.of(), null, null), new Profiles());
            long t2 = System.nanoTime();
            System.out.println(f + " " + l.kind() + " " + l.profileName() + " unmapped " + l.unmappedColumns());
            CopyText out = new CopyText();
            long rows = 0, bad = 0, bytes = 0;
            try (LedgerRows r = l.rows()) {
                while (r.next(out)) {
                    rows++;
                    if (!r.problems().isEmpty()) { if (bad++ < 5) System.out.println(r.problems()); }
                    if (rows == 1) System.out.println(new String(out.drain(), java.nio.charset.StandardCharsets.UTF_8));
                    if (out.length() > 60000) bytes += out.drain().length;
                }
            }
            System.out.printf("rows %d bad %d bytes %d look %d understand %d rows %d ms%n", rows, bad, bytes, (t1-t)/1000000, (t2-t1)/1000000, (System.nanoTime()-t2)/1000000);
        }
    }
}

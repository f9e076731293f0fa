package mainstay.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.shared.web.Text;
import org.springframework.web.multipart.MultipartFile;

/// The documents that facts rest on; contributed by whoever keeps documents.
public interface Evidence {

    /// A document as far as it is told beside a fact.
    ///
    /// @param href    page that shows it
    /// @param retired whether it was put aside since
    record Paper(long id, String name, String href, boolean retired) {}

    /// By number of the fact; of facts and documents that the reader sees both.
    Map<Long, List<Paper>> of(AccountCard account);

    /// Documents of an account that a fact may name.
    List<Paper> offered(AccountCard account);

    /// A fact that says the same again rests on what the one before it did, as far as that is of use.
    void carry(long from, long to);

    /// Why a document cannot be named; empty where it is from now on.
    Optional<Text> name(AccountCard account, long fact, long document);

    /// Why a file cannot be kept for a fact; empty where it is from now on, as confidential as the fact.
    Optional<Text> keep(AccountCard account, Field field, long fact, MultipartFile file);
}

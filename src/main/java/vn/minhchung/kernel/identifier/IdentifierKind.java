package vn.minhchung.kernel.identifier;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vn.minhchung.kernel.text.Remark;

/** What an identifier identifies, how it is written, and how it is checked. Additions only. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are references to static methods
public enum IdentifierKind {
    /** Số căn cước công dân, 12 digits. Personal data. */
    CITIZEN_ID("Số căn cước", CitizenId::normalise, CitizenId::check),
    /** Mã số thuế of an organisation, 10 digits, or 10-3 for a branch. */
    TAX_CODE("Mã số thuế", TaxCode::normalise, TaxCode::check),
    /** Mã đơn vị quan hệ ngân sách, 7 digits. */
    BUDGET_UNIT("Mã ĐVQHNS", BudgetUnit::normalise, BudgetUnit::check),
    /** ORCID of a researcher. Public, yet it names a person. */
    ORCID("ORCID", Orcid::normalise, Orcid::check),
    /** ISSN of a journal. */
    ISSN("ISSN", Issn::normalise, Issn::check),
    /** DOI of a publication or data set. */
    DOI("DOI", Doi::normalise, Doi::check),
    /** Deposit or budget account at the State Treasury. */
    TREASURY_ACCOUNT("Tài khoản kho bạc", TreasuryAccount::normalise, TreasuryAccount::check),
    /** Số, ký hiệu văn bản. */
    DOCUMENT_NUMBER("Số, ký hiệu văn bản", DocumentNumber::normalise, DocumentNumber::check),
    /** Số hợp đồng. */
    CONTRACT_NUMBER("Số hợp đồng", ContractNumber::normalise, ContractNumber::check);

    private final String label;
    private final UnaryOperator<String> normalise;
    private final Function<String, Optional<Remark>> check;

    IdentifierKind(String label, UnaryOperator<String> normalise, Function<String, Optional<Remark>> check) {
        this.label = label;
        this.normalise = normalise;
        this.check = check;
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** The one written form, for storing and comparing; a text of another shape comes back only trimmed. */
    public String normalise(String text) {
        return normalise.apply(text);
    }

    /** What is wrong with an identifier, or nothing. Spaces and prefixes people add are not wrong. */
    public Optional<Remark> check(String text) {
        return check.apply(normalise(text));
    }

    public boolean isValid(String text) {
        return check(text).isEmpty();
    }
}

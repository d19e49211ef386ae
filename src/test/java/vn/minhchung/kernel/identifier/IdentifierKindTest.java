package vn.minhchung.kernel.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhchung.kernel.text.Remark;

class IdentifierKindTest {

    @ParameterizedTest
    @CsvSource({
        "CITIZEN_ID, 033 0 80 000001, 033080000001",
        "TAX_CODE, 0999999013, 0999999013",
        "TAX_CODE, 0999999020, 0999999020",
        "TAX_CODE, 0999999038, 0999999038",
        "TAX_CODE, 0999999045, 0999999045",
        "TAX_CODE, 0999999052-001, 0999999052-001",
        "TAX_CODE, 0999999052001, 0999999052-001",
        "BUDGET_UNIT, 1099901, 1099901",
        "ORCID, 0000-0002-1825-0097, 0000-0002-1825-0097",
        "ORCID, https://orcid.org/0000-0000-9000-0012, 0000-0000-9000-0012",
        "ORCID, 0000000090000020, 0000-0000-9000-0020",
        "ORCID, 0000-0000-9000-0039, 0000-0000-9000-0039",
        "ORCID, 0000-0002-1694-233x, 0000-0002-1694-233X",
        "ISSN, ISSN 0378-5955, 0378-5955",
        "ISSN, 2434561x, 2434-561X",
        "DOI, https://doi.org/10.5555/HY.2024.001, 10.5555/hy.2024.001",
        "TREASURY_ACCOUNT, 3713.0.1099901, 3713.0.1099901",
        "TREASURY_ACCOUNT, 371301099901, 3713.0.1099901",
        "DOCUMENT_NUMBER, Số: 558/QĐ-UBND, 558/QĐ-UBND",
        "DOCUMENT_NUMBER, 89 / TTr - SKHCN, 89/TTr-SKHCN",
        "DOCUMENT_NUMBER, 12/BB-HĐKHCN, 12/BB-HĐKHCN",
        "DOCUMENT_NUMBER, 14/2020/QĐ-UBND, 14/2020/QĐ-UBND",
        "DOCUMENT_NUMBER, 93/2025/QH15, 93/2025/QH15",
        "DOCUMENT_NUMBER, 1756/QĐ-CT, 1756/QĐ-CT",
        "CONTRACT_NUMBER, 07/2025/HĐ-SKHCN, 07/2025/HĐ-SKHCN",
        "CONTRACT_NUMBER, 03/2019/HĐ-ĐTKHCN, 03/2019/HĐ-ĐTKHCN",
        "CONTRACT_NUMBER, 35/HĐ-KHCN, 35/HĐ-KHCN",
    })
    void accepts_and_writes_in_one_form(IdentifierKind kind, String text, String normalised) {
        assertThat(kind.check(text)).isEmpty();
        assertThat(kind.normalise(text)).isEqualTo(normalised);
    }

    @ParameterizedTest
    @CsvSource({
        "CITIZEN_ID, 03308000001, identifier.citizen_id.shape",
        "CITIZEN_ID, 003080000001, identifier.citizen_id.province",
        "TAX_CODE, 0999999014, identifier.tax_code.check_digit",
        "TAX_CODE, 0999999013-000, identifier.tax_code.branch",
        "TAX_CODE, 099999901, identifier.tax_code.shape",
        "BUDGET_UNIT, 0099901, identifier.budget_unit.shape",
        "ORCID, 0000-0002-1825-0098, identifier.orcid.check_digit",
        "ORCID, 0000-0002-1825, identifier.orcid.shape",
        "ISSN, 0378-5954, identifier.issn.check_digit",
        "DOI, 11.5555/x, identifier.doi.shape",
        "TREASURY_ACCOUNT, 3713.7.1099901, identifier.treasury_account.level",
        "TREASURY_ACCOUNT, 3713-0-1099901, identifier.treasury_account.shape",
        "TREASURY_ACCOUNT, 3713.0.0099901, identifier.budget_unit.shape",
        "DOCUMENT_NUMBER, QĐ-UBND, identifier.document_number.shape",
        "DOCUMENT_NUMBER, 558/, identifier.document_number.shape",
        "CONTRACT_NUMBER, 1669/QĐ-UBND, identifier.contract_number.shape",
    })
    void says_what_is_wrong_and_never_repeats_the_identifier(IdentifierKind kind, String text, String key) {
        assertThat(kind.check(text)).contains(Remark.of(key));
    }

    /** Every single wrong digit and every swap of two neighbours that differ is found by the ISO 7064 check. */
    @Test
    void orcid_check_finds_every_wrong_digit_and_every_swap() {
        String valid = "0000000218250097";
        for (int i = 0; i < 15; i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != valid.charAt(i)) {
                    assertThat(IdentifierKind.ORCID.isValid(valid.substring(0, i) + digit + valid.substring(i + 1)))
                            .isFalse();
                }
            }
            if (i > 0 && valid.charAt(i) != valid.charAt(i - 1)) {
                String swapped =
                        valid.substring(0, i - 1) + valid.charAt(i) + valid.charAt(i - 1) + valid.substring(i + 1);
                assertThat(IdentifierKind.ORCID.isValid(swapped)).isFalse();
            }
        }
    }

    @Test
    void citizen_id_is_compared_with_birth_and_sex() {
        assertThat(CitizenId.checkAgainst("033080000001", LocalDate.of(1980, 5, 1), true))
                .isEmpty();
        assertThat(CitizenId.checkAgainst("033080000001", LocalDate.of(1981, 5, 1), null))
                .contains(Remark.of("identifier.citizen_id.birth"));
        assertThat(CitizenId.checkAgainst("033080000001", null, false))
                .contains(Remark.of("identifier.citizen_id.sex"));
        assertThat(CitizenId.checkAgainst("033305000001", LocalDate.of(2005, 1, 1), false))
                .isEmpty();
    }

    @Test
    void document_number_opens_into_its_parts() {
        assertThat(DocumentNumber.parse("558/QĐ-UBND")).isEqualTo(new DocumentNumber("558", null, "QĐ", "UBND"));
        assertThat(DocumentNumber.parse("123/SKHCN-QLKH"))
                .isEqualTo(new DocumentNumber("123", null, null, "SKHCN-QLKH"));
        assertThat(DocumentNumber.parse("03/2023/TT-BTC")).isEqualTo(new DocumentNumber("03", 2023, "TT", "BTC"));
        assertThat(DocumentNumber.parse("55/2015/TTLT-BTC-BKHCN")).hasToString("55/2015/TTLT-BTC-BKHCN");
        assertThat(ContractNumber.parse("07/2025/HĐ-SKHCN")).isEqualTo(new ContractNumber("07", 2025, "SKHCN"));
        assertThat(TreasuryAccount.parse("3713.0.1099901")).isEqualTo(new TreasuryAccount("3713", 0, "1099901"));
    }
}

package vn.minhchung.rules;

/**
 * Where a rule version stands, down to the article.
 *
 * @param number of the document, e.g. {@code 27/2015/TTLT-BKHCN-BTC}
 * @param article e.g. {@code Điều 13 khoản 1}
 * @param title of the document
 * @param vi what the article says, in our own Vietnamese words
 * @param en the same in English
 */
public record LegalSource(String number, String article, String title, String vi, String en) {

    /** As refusals cite it: {@code Điều 13 khoản 1, 27/2015/TTLT-BKHCN-BTC}. */
    public String citation() {
        return article + ", " + number;
    }
}

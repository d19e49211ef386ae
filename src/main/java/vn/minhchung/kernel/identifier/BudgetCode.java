package vn.minhchung.kernel.identifier;

import org.jspecify.annotations.Nullable;

/**
 * One code of the state budget index (mục lục ngân sách nhà nước).
 *
 * @param parent code one level up: of a khoản its loại, of a tiểu mục its mục; null where there is none
 * @param note what a reader should know, in Vietnamese; null when nothing
 */
public record BudgetCode(
        Level level,
        String code,
        String name,
        @Nullable String parent,
        Confidence confidence,
        @Nullable String note) {

    /** What the code classifies by. Codes are unique within a level only. */
    public enum Level {
        /** Chương: the managing authority; 400–599 for a province's. */
        CHAPTER("chương", "\\d{3}"),
        /** Loại: the sector, 100 for science and technology. */
        SECTOR("loại", "\\d{3}"),
        /** Khoản: the branch of a sector. */
        BRANCH("khoản", "\\d{3}"),
        /** Mục: the group of an item. */
        GROUP("mục", "\\d{4}"),
        /** Tiểu mục: the item of spending. */
        ITEM("tiểu mục", "\\d{4}"),
        /** Tính chất nguồn kinh phí: whether the unit may move the money by itself. */
        SOURCE_NATURE("tính chất nguồn kinh phí", "\\d{2}");

        private final String label;
        private final String shape;

        Level(String label, String shape) {
            this.label = label;
            this.shape = shape;
        }

        /** The Vietnamese name. */
        public String label() {
            return label;
        }

        boolean hasShape(String code) {
            return code.matches(shape);
        }
    }

    /** How well the entry is known. Only {@code SURE} may make anything be refused. */
    public enum Confidence {
        /** Read in the legal text. */
        SURE,
        /** Seen in a published document. */
        SOURCE,
        /** To be checked against the official annex. */
        LIKELY
    }
}

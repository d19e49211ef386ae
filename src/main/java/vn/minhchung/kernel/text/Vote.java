package vn.minhchung.kernel.text;

/** So many in favour of so many present. */
public record Vote(int inFavour, int total) {

    public Vote {
        if (inFavour < 0 || total <= 0 || inFavour > total) {
            throw new IllegalArgumentException("no such vote: " + inFavour + " of " + total);
        }
    }

    /** {@code 7/7} */
    public String toText() {
        return inFavour + "/" + total;
    }
}

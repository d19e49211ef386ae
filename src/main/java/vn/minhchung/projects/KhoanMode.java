package vn.minhchung.projects;

/** Lump-sum autonomy of a task's budget (TTLT 27/2015/TTLT-BKHCN-BTC; domain notes 2.4). */
public enum KhoanMode {
    /** Khoán chi đến sản phẩm cuối cùng. */
    CUOI_CUNG,
    /** Khoán chi từng phần. */
    TUNG_PHAN
}

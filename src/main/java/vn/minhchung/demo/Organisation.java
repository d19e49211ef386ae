package vn.minhchung.demo;

import java.util.Locale;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.people.OrganisationKind;

/** The organisations of the demo; real names, invented dealings. */
public enum Organisation {
    DEPARTMENT("Sở Khoa học và Công nghệ tỉnh Hưng Yên", OrganisationKind.DEPARTMENT),
    COMMITTEE("Uỷ ban nhân dân tỉnh Hưng Yên", OrganisationKind.PEOPLES_COMMITTEE),
    FINANCE("Sở Tài chính tỉnh Hưng Yên", OrganisationKind.DEPARTMENT),
    TREASURY("Kho bạc Nhà nước Hưng Yên", OrganisationKind.TREASURY),
    HOST("Trường Đại học Sư phạm Kỹ thuật Hưng Yên", OrganisationKind.UNIVERSITY),
    HOST2("Viện Nghiên cứu Rau quả", OrganisationKind.RESEARCH_INSTITUTE),
    HOSPITAL("Bệnh viện Đa khoa tỉnh Hưng Yên", OrganisationKind.HOSPITAL),
    INSTITUTE("Viện Lúa Đồng bằng sông Cửu Long", OrganisationKind.RESEARCH_INSTITUTE),
    // invented: their tasks fail
    SONG_LUOC("Trung tâm Nghiên cứu Nông nghiệp Sông Luộc", OrganisationKind.RESEARCH_INSTITUTE),
    PHO_HIEN("Viện Khoa học Nông nghiệp Phố Hiến", OrganisationKind.RESEARCH_INSTITUTE),
    DA_LOC("Công ty cổ phần Công nghệ sinh học Đa Lộc", OrganisationKind.ENTERPRISE);

    private final String fullName;
    private final OrganisationKind kind;

    Organisation(String fullName, OrganisationKind kind) {
        this.fullName = fullName;
        this.kind = kind;
    }

    public String fullName() {
        return fullName;
    }

    public OrganisationKind kind() {
        return kind;
    }

    public OrganisationId id() {
        return new OrganisationId(Id.derived("organisation", "demo", name().toLowerCase(Locale.ROOT)));
    }
}

package vn.minhchung.kernel.view;

/** A GraphQL source object that knows which moment it shows. Others inherit the moment of the field above them. */
public interface HasMoment {
    Moment moment();
}

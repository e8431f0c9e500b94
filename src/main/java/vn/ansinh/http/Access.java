package vn.ansinh.http;

/// Who may call a route.
public enum Access {
  PUBLIC
}

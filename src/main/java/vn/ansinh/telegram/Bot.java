package vn.ansinh.telegram;

/// Who we are at Telegram, as `getMe` says it.
record Bot(long id, String username) {}

<?php
// Sets up a fresh WordPress for tests and prints what it made as JSON. Arguments: site folder, address.
[$_, $site, $url] = $argv;
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url($url, PHP_URL_HOST) . ':' . parse_url($url, PHP_URL_PORT);
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
function wp_mail() { return true; }
require "$site/wp-load.php";
require "$site/wp-admin/includes/upgrade.php";
wp_install('한빛시 누리집', 'admin', 'admin@city.example', true, '', 'admin-password');
update_option('permalink_structure', '/%postname%/');
update_option('timezone_string', 'Asia/Seoul');
update_option('comment_moderation', '0');
update_option('comment_previously_approved', '0');
update_option('comments_notify', '0');
update_option('moderation_notify', '0');
$made = ['users' => []];
foreach (['admin' => 'administrator', 'editor' => 'editor', 'author' => 'author'] as $login => $role) {
    $user = get_user_by('login', $login);
    $id = $user ? $user->ID : wp_insert_user([
        'user_login' => $login, 'user_pass' => "$login-password", 'user_email' => "$login@city.example",
        'display_name' => $login === 'editor' ? '한빛시 소통팀' : $login, 'role' => $role,
    ]);
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'tests']);
    $made['users'][$login] = ['id' => $id, 'password' => $password];
}
foreach (get_comments() as $comment) { wp_delete_comment($comment->comment_ID, true); }
echo "\n", json_encode($made), "\n";

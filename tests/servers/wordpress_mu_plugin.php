<?php
// Citizens of a test write faster than the 15 seconds that WordPress asks between two comments.
remove_all_filters('check_comment_flood');
add_filter('wp_is_comment_flood', '__return_false', 1000);
// A test closes the REST API to see what the connector says of it.
add_filter('rest_authentication_errors', function ($result) {
    return get_option('tests_block_rest') ? new WP_Error('rest_forbidden', '보안 설정으로 막혔습니다.', ['status' => 403]) : $result;
});

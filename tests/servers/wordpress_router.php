<?php
// What .htaccess does on a real host: existing files as they are, everything else to WordPress.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if ($path !== '/' && is_file($file)) { return false; }
if (is_file("$file/index.php")) { $_SERVER['SCRIPT_NAME'] = rtrim($path, '/') . '/index.php'; require "$file/index.php"; return true; }
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';

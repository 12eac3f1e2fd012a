@"%~dp0..\..\offprint-console.exe" %*

@echo off
rem Starts Offprint with the first Java 25 or newer that is found: OFFPRINT_JAVA (then nothing else is tried), JAVA_HOME,
rem java on the PATH, the usual places. OFFPRINT_HEAP sets Java's memory, such as 8g. Exit code 3: no such Java.
setlocal EnableExtensions DisableDelayedExpansion

set "NEEDED=25"
set "APP=%~dp0.."
set "JAVA_EXE="

if not defined OFFPRINT_JAVA goto :home
if exist "%OFFPRINT_JAVA%\bin\java.exe" (call :accept "%OFFPRINT_JAVA%\bin\java.exe") else (call :accept "%OFFPRINT_JAVA%")
if defined JAVA_EXE goto :run
echo offprint: Java %NEEDED% or newer is needed, and OFFPRINT_JAVA (%OFFPRINT_JAVA%) is none. >&2
exit /b 3

:home
if defined JAVA_HOME call :accept "%JAVA_HOME%\bin\java.exe"
if defined JAVA_EXE goto :run
for /f "delims=" %%J in ('where java.exe 2^>nul') do if not defined JAVA_EXE call :accept "%%J"
if defined JAVA_EXE goto :run
for %%R in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
    if exist "%%~R" for /d %%D in ("%%~R\*") do if not defined JAVA_EXE call :accept "%%~D\bin\java.exe"
)
if defined JAVA_EXE goto :run
echo offprint: Java %NEEDED% or newer is needed, and none was found in OFFPRINT_JAVA, JAVA_HOME, on the PATH or in the usual places. >&2
echo Install a JDK %NEEDED% or newer (for instance Temurin, from https://adoptium.net), or point OFFPRINT_JAVA to one. >&2
exit /b 3

:accept
if not exist "%~1" exit /b 1
set "FOUND="
if exist "%~dp1..\release" for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~dp1..\release"`) do set "FOUND=%%~V"
if not defined FOUND for /f "tokens=3" %%V in ('^""%~1" -version 2^>^&1 ^| findstr /c:" version "^"') do if not defined FOUND set "FOUND=%%~V"
if not defined FOUND exit /b 1
for /f "tokens=1 delims=.-+" %%M in ("%FOUND%") do set "MAJOR=%%M"
if %MAJOR% GEQ %NEEDED% set "JAVA_EXE=%~1"
exit /b 0

:run
set "HEAP=-XX:MaxRAMPercentage=50"
if defined OFFPRINT_HEAP set "HEAP=-Xmx%OFFPRINT_HEAP%"
rem libvips, when it came with this copy.
set "NATIVES="
if exist "%APP%\native\" set NATIVES=-XX:TieredStopAtLevel=1 "-Doffprint.natives=%APP%\native"
"%JAVA_EXE%" %HEAP% -XX:+UseG1GC -XX:G1HeapRegionSize=2m -XX:MaxGCPauseMillis=25 -Xms32m --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow --module-path "%APP%\javafx" --add-modules javafx.controls "-Doffprint.assets=%APP%\assets" %NATIVES% -cp "%APP%\lib\*" offprint.app.Main %*
exit /b %ERRORLEVEL%

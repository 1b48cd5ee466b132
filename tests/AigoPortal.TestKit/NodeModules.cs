namespace AigoPortal.TestKit;

/// <summary>Where npm put a package that the tests use.</summary>
internal static class NodeModules
{
    public static string With(string package)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var modules = Path.Combine(folder.FullName, "node_modules");
            if (Directory.Exists(Path.Combine(modules, package)))
            {
                return modules;
            }
        }

        throw new DirectoryNotFoundException($"No node_modules with {package} above the tests: run npm ci.");
    }
}

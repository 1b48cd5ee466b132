namespace AigoPortal.TestKit;

/// <summary>Where npm put a package that the tests use.</summary>
public static class NodeModules
{
    /// <summary>The folder node_modules that holds a package.</summary>
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
